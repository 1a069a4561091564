import type { FastifyInstance } from 'fastify';
import type { Environment } from '../config/environment.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A Content-Security-Policy of this route's own: `@RouteConfig({ csp: contentSecurityPolicy({…}) })`. */
    csp?: string;
  }
}

const POLICY: Record<string, string> = {
  'default-src': "'none'",
  'style-src': "'self'",
  'script-src': "'self'",
  'img-src': "'self'",
  'font-src': "'self'",
  'connect-src': "'self'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
};

/** The house's policy with some directives replaced or added, for the few routes that need another. */
export const contentSecurityPolicy = (changes: Record<string, string> = {}): string =>
  Object.entries({ ...POLICY, ...changes })
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');

const FEATURES = [
  'camera',
  'display-capture',
  'geolocation',
  'microphone',
  'payment',
  'usb',
  'browsing-topics',
];

/**
 * Sets the security headers of every answer, error pages and plugins' routes included: a root hook, since path
 * tricks go round Nest's middleware. A handler or a plugin's own hook may still replace a header afterwards.
 * No page sends a referrer, because private links stand in addresses.
 */
export function securityHeaders(fastify: FastifyInstance, environment: Environment): void {
  const usual = contentSecurityPolicy();
  const headers = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': FEATURES.map((feature) => `${feature}=()`).join(', '),
    ...(environment.publicUrl.startsWith('https:') && { 'strict-transport-security': 'max-age=31536000' }),
  };
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers);
    reply.header('content-security-policy', request.routeOptions.config?.csp ?? usual);
    done();
  });
}
