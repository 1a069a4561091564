import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Environment } from '../config/environment.js';
import { secretKey } from '../config/secret-key.js';
import type { SignedIn } from './account.js';
import { markSignedIn } from './accounts.queries.js';
import { csrfToken } from './csrf.js';
import { digestOf, newOpaqueId } from './opaque-id.js';
import { sessionIdIn } from './session-cookie.js';
import * as sessions from './sessions.queries.js';
import { shortUserAgent } from './short-user-agent.js';

/** As PostgreSQL says them: without a request for so long a session ends, and in any case after so long. */
const IDLE = '12 hours';
const ABSOLUTE = '7 days';

/** Sessions of the office: opaque ids in a cookie, their digests in PostgreSQL. */
@Injectable()
export class SessionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly environment: Environment,
  ) {}

  /** Who a `Cookie` header belongs to, or undefined. Works outside Nest's guards, for example in a root hook. */
  async accountFromCookie(cookieHeader: string | undefined): Promise<SignedIn | undefined> {
    const id = sessionIdIn(cookieHeader);
    if (id === undefined) return undefined;
    const idHash = digestOf(id);
    const account = await sessions.sessionAccount(this.dataSource, idHash);
    if (!account) return undefined;
    const { stale, ...person } = account;
    if (stale) await sessions.touchSession(this.dataSource, idHash, IDLE, ABSOLUTE);
    const sessionId = idHash.toString('hex');
    return { ...person, sessionId, csrfToken: csrfToken(secretKey(this.environment), sessionId) };
  }

  /**
   * Starts a session under a new id and ends the one that the browser came with, so that an id planted before
   * sign-in is worth nothing after it. Answers the id for the cookie.
   */
  async start(accountId: string, browser: { cookie?: string; userAgent?: string }): Promise<string> {
    const id = newOpaqueId();
    await this.dataSource.transaction(async (tx) => {
      const earlier = sessionIdIn(browser.cookie);
      if (earlier !== undefined) await sessions.deleteSession(tx, digestOf(earlier));
      await sessions.deleteExpiredSessions(tx);
      const userAgent = shortUserAgent(browser.userAgent);
      await sessions.insertSession(tx, { idHash: digestOf(id), accountId, userAgent, idle: IDLE });
      await markSignedIn(tx, accountId);
    });
    return id;
  }

  own(accountId: string): Promise<sessions.OwnSession[]> {
    return sessions.ownSessions(this.dataSource, accountId);
  }

  /** Whether a session still stands; asking keeps none alive. `sessionId` as in {@link SignedIn}. */
  async isAlive(sessionId: string): Promise<boolean> {
    return (await sessions.sessionAccount(this.dataSource, Buffer.from(sessionId, 'hex'))) !== undefined;
  }

  /** `sessionId` as in {@link SignedIn}; a session of another account stays. */
  async end(accountId: string, sessionId: string): Promise<void> {
    await sessions.deleteOwnSession(this.dataSource, accountId, Buffer.from(sessionId, 'hex'));
  }
}
