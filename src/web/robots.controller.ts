import { Controller, Get, Header } from '@nestjs/common';
import { Environment } from '../config/environment.js';
import { Access } from './access.js';

/** Private pages carry `noindex` of their own; this only spares robots and us useless visits. */
const CLOSED = ['/inbox', '/staff', '/queues', '/reports', '/newsroom', '/api/'];

@Controller()
@Access('public')
export class RobotsController {
  constructor(private readonly environment: Environment) {}

  @Get('robots.txt')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'public, max-age=86400')
  robots(): string {
    const lines = ['User-agent: *', ...CLOSED.map((path) => `Disallow: ${path}`)];
    return `${lines.join('\n')}\n\nSitemap: ${this.environment.publicUrl}/sitemap.xml\n`;
  }
}
