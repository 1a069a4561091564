import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { TypeOrmModule } from '@nestjs/typeorm';
import { createPostgresBackend, Queue, runMigrations, Worker } from 'bullmq';
import pg from 'pg';

/** The floor of starting: Nest, Fastify, TypeORM and one BullMQ queue with its worker on the same PostgreSQL, and nothing else. */
@Controller()
class Health {
  @Get('healthz')
  healthz() {
    return { ok: true };
  }
}

@Module({
  imports: [TypeOrmModule.forRoot({ type: 'postgres', url: process.env.DATABASE_URL })],
  controllers: [Health],
})
class EmptyApp {}

const app = await NestFactory.create<NestFastifyApplication>(EmptyApp, new FastifyAdapter(), {
  logger: ['error'],
});
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, options: '-c search_path=bullmq' });
const client = await pool.connect();
await runMigrations(client, 'bullmq');
client.release();
const backend = createPostgresBackend as never;
new Queue('empty', { connection: pool as never }, backend);
new Worker('empty', async () => {}, { connection: pool as never }, backend);
await app.listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
