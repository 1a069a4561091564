import { Controller, Get } from '@nestjs/common';
import { type NestFastifyApplication, RouteConfig } from '@nestjs/platform-fastify';
import { contentSecurityPolicy } from '../../src/web/security-headers.js';
import { startWeb } from './web-app.js';

@Controller()
class Special {
  @Get('special')
  @RouteConfig({ csp: contentSecurityPolicy({ 'frame-ancestors': "'self'" }) })
  special() {
    return 'special';
  }
}

let app: NestFastifyApplication;
afterEach(() => app.close());

test.each(['/accessibility', '/robots.txt', '/no/such/page', '//accessibility/../x', '/assets/none.css'])(
  '%s carries the whole policy',
  async (url) => {
    app = await startWeb();
    const { headers } = await app.inject({ url });
    const policy = String(headers['content-security-policy']);
    expect(policy).toMatch(/^default-src 'none'; /);
    for (const part of ["form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"])
      expect(policy).toContain(part);
    expect(policy).not.toContain('unsafe');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(headers['permissions-policy']).toContain('geolocation=()');
  },
);

test('a route may have a policy of its own, and its neighbours keep theirs', async () => {
  app = await startWeb([Special]);
  const policyOf = async (url: string) =>
    String((await app.inject({ url })).headers['content-security-policy']);
  expect(await policyOf('/special')).toContain("frame-ancestors 'self'");
  expect(await policyOf('/accessibility')).toContain("frame-ancestors 'none'");
});

test.each([
  ['https://pismo.example', 'max-age=31536000'],
  ['http://pismo.example', undefined],
])('%s: strict transport security %s', async (url, expected) => {
  app = await startWeb([], { PUBLIC_URL: url });
  expect((await app.inject({ url: '/accessibility' })).headers['strict-transport-security']).toBe(expected);
});
