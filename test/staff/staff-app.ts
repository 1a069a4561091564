import { DataSource } from 'typeorm';
import type { Room } from '../../src/app.module.js';
import type { Account } from '../../src/staff/account.entity.js';
import { StaffModule } from '../../src/staff/staff.module.js';
import { StaffService } from '../../src/staff/staff.service.js';
import type { Role } from '../../src/web/access.js';
import { HealthModule } from '../../src/web/health.module.js';
import { WebModule } from '../../src/web/web.module.js';
import { startApp, type TestApp } from '../support/app.js';
import { Browser } from './browser.js';

export const PASSWORD = 'четири речи за тест';

export interface StaffApp extends TestApp {
  staff: StaffService;
  sql: DataSource;
  browser(): Browser;
  /** An account that may sign in with {@link PASSWORD}. */
  account(email: string, roles: Role[], name?: string): Promise<Account>;
  /** A browser that is signed in as the account. */
  signedIn(email: string): Promise<Browser>;
}

/** The staff room over HTTP. */
export async function startStaffApp(
  options: { env?: Record<string, string>; rooms?: Room[] } = {},
): Promise<StaffApp> {
  const test = await startApp({
    env: options.env,
    rooms: [HealthModule, WebModule, StaffModule, ...(options.rooms ?? [])],
  });
  const staff = test.get(StaffService);
  const browser = () => new Browser(test.url);
  return {
    ...test,
    staff,
    sql: test.get(DataSource),
    browser,
    account: (email, roles, name = 'Ana Anić') =>
      staff.createAccount({ email, roles, name, unit: null, language: 'en', password: PASSWORD }),
    signedIn: async (email) => {
      const one = browser();
      const { status } = await one.signIn(email, PASSWORD);
      if (status !== 303) throw new Error(`${email} cannot sign in: ${status}`);
      return one;
    },
  };
}
