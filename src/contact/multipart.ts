import multipart from '@fastify/multipart';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';

/** Teaches the server to read multipart bodies; limits stand where the bodies are read. */
@Injectable()
export class MultipartPlugin implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  async onModuleInit(): Promise<void> {
    const fastify: FastifyInstance | undefined = this.host.httpAdapter?.getInstance();
    if (fastify === undefined || fastify.hasContentTypeParser('multipart/form-data')) return;
    await fastify.register(multipart, { throwFileSizeLimit: false });
  }
}
