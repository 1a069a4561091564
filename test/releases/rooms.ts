import { HealthModule } from '../../src/web/health.module.js';
import { WebModule } from '../../src/web/web.module.js';
import { ReleasesModule } from '../../src/releases/releases.module.js';
import { startApp } from '../support/app.js';

/** The releases alone, over HTTP. */
export const startReleases = (options: Parameters<typeof startApp>[0] = {}) =>
  startApp({ rooms: [HealthModule, WebModule, ReleasesModule], ...options });
