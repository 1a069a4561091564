import { resolve } from 'node:path';
import { type Mailbox, readMailboxUrl } from './mailbox-url.js';

/** What a process of Pismo does: everything, only HTTP, or only background work. */
export type ProcessRole = 'all' | 'web' | 'worker';

/** The environment, read and checked once at start. Every field names its variable. */
export class Environment {
  /** `PORT`: TCP port of the site. */
  port: number;
  /** `HOST`: address that the site listens on. */
  host: string;
  /** `PUBLIC_URL`: origin that citizens see, without a trailing slash; makes links in e-mail. */
  publicUrl: string;
  /** `SECRET_KEY`: signs private links and form tokens; undefined until `loadSecretKey` has generated one. */
  secretKey: string | undefined;
  /** `TRUSTED_PROXIES`: addresses or CIDR ranges whose X-Forwarded-For is believed. */
  trustedProxies: string[];
  /** `MAIL_FROM`: sender of automated mail; undefined takes the profile's. */
  mailFrom: string | undefined;
  /** `DKIM_DOMAIN`, `DKIM_SELECTOR`, `DKIM_KEY_FILE`: all three or none. */
  dkim: { domain: string; selector: string; keyFile: string } | undefined;
  /** `ALTCHA`: proof of work on the form. */
  altcha: boolean;
  /** `DATA_DIR`: absolute; everything that the program keeps on disk is below it. */
  dataDir: string;
  /** `DATABASE_URL`: undefined means the embedded server. */
  databaseUrl: string | undefined;
  /** `REDIS_URL`: undefined means that BullMQ works on PostgreSQL. */
  redisUrl: string | undefined;
  /** `SMTP_URL`: undefined means the development mailbox. */
  smtpUrl: string | undefined;
  /** `MAILBOX_SMTP_PORT`: SMTP port of the development mailbox. */
  mailboxSmtpPort: number;
  /** `MAILBOX_WEB_PORT`: web page and JSON list of the development mailbox. */
  mailboxWebPort: number;
  /** `LMTP_PORT`: where a mail server brings letters in, on loopback; undefined means that none are taken by e-mail. */
  lmtpPort: number | undefined;
  /** `IMAP_URLS`: mailboxes that letters are pulled from. */
  mailboxes: Mailbox[];
  /** `STORAGE_URL`: where attachments are kept (`file:` URL); undefined means `DATA_DIR/attachments`. */
  storageUrl: string | undefined;
  /** `ROLE`. */
  role: ProcessRole;
  /** `OFFICE_PROFILE`: absolute path of the office's profile; undefined means the default profile. */
  officeProfile: string | undefined;
  /** `RATE_LIMITS`: off only for load tests. */
  rateLimits: boolean;
  /** `LOG_LEVEL`. */
  logLevel: string;
}

/** Every problem of the environment at once, each a sentence that names the variable, the reason and the mend. */
export class ConfigurationError extends Error {
  constructor(readonly problems: string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigurationError';
  }
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** Reads and checks the variables; an empty value counts as absent. Throws {@link ConfigurationError}. */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const problems: string[] = [];
  const text = (name: string) => variables[name]?.trim() || undefined;

  const port = (name: string, fallback: number) => {
    const value = text(name);
    if (value === undefined) return fallback;
    const number = Number(value);
    if (Number.isInteger(number) && number >= 1 && number <= 65535) return number;
    problems.push(`${name}=${value} is not a port: give a whole number from 1 to 65535.`);
    return fallback;
  };
  const oneOf = <T extends string>(name: string, choices: readonly T[], fallback: T): T => {
    const value = text(name);
    if (value === undefined) return fallback;
    if (choices.includes(value as T)) return value as T;
    problems.push(`${name}=${value} is not known: give one of ${choices.join(', ')}.`);
    return fallback;
  };
  const url = (name: string, schemes: string[]) => {
    const value = text(name);
    if (value === undefined) return undefined;
    if (URL.canParse(value) && schemes.includes(new URL(value).protocol)) return value;
    problems.push(
      `${name} is not a usable address: give a URL that starts with ${schemes.map((s) => `${s}//`).join(' or ')}.`,
    );
    return undefined;
  };

  const environment = new Environment();
  environment.port = port('PORT', 3000);
  environment.host = text('HOST') ?? '127.0.0.1';
  const publicUrl =
    url('PUBLIC_URL', ['http:', 'https:']) ?? `http://${environment.host}:${environment.port}`;
  environment.publicUrl = publicUrl.replace(/\/+$/, '');
  environment.secretKey = text('SECRET_KEY');
  if (environment.secretKey !== undefined && environment.secretKey.length < 32)
    problems.push(
      'SECRET_KEY is too short: give at least 32 characters, for example from `openssl rand -base64 48`.',
    );
  environment.trustedProxies = (text('TRUSTED_PROXIES') ?? '').split(/[\s,]+/).filter(Boolean);
  environment.mailFrom = text('MAIL_FROM');
  environment.dkim = readDkim(text, problems);
  environment.altcha = oneOf('ALTCHA', ['on', 'off'], 'off') === 'on';
  environment.dataDir = resolve(text('DATA_DIR') ?? 'var');
  environment.databaseUrl = url('DATABASE_URL', ['postgres:', 'postgresql:']);
  environment.redisUrl = url('REDIS_URL', ['redis:', 'rediss:']);
  environment.smtpUrl = url('SMTP_URL', ['smtp:', 'smtps:']);
  environment.mailboxSmtpPort = port('MAILBOX_SMTP_PORT', 1025);
  environment.mailboxWebPort = port('MAILBOX_WEB_PORT', 1080);
  // Beside the development mailbox the door is open; a real office opens it when its mail server is set up.
  const isDoorOpen = text('LMTP_PORT') !== undefined || environment.smtpUrl === undefined;
  environment.lmtpPort = isDoorOpen ? port('LMTP_PORT', 2424) : undefined;
  environment.mailboxes = readMailboxes(text('IMAP_URLS'), problems);
  environment.storageUrl = url('STORAGE_URL', ['file:']);
  environment.role = oneOf('ROLE', ['all', 'web', 'worker'], 'all');
  const profile = text('OFFICE_PROFILE');
  environment.officeProfile = profile === undefined ? undefined : resolve(profile);
  environment.rateLimits = oneOf('RATE_LIMITS', ['on', 'off'], 'on') === 'on';
  environment.logLevel = oneOf('LOG_LEVEL', LOG_LEVELS, 'info');

  if (problems.length > 0) throw new ConfigurationError(problems);
  return environment;
}

/** Nothing of a wrong address is repeated: it may hold a password. */
function readMailboxes(text: string | undefined, problems: string[]): Mailbox[] {
  const read = (text ?? '').split(/\s+/).filter(Boolean).map(readMailboxUrl);
  read.forEach((mailbox, index) => {
    if (mailbox === undefined)
      problems.push(
        `IMAP_URLS: address ${index + 1} is not usable: give imaps://user:password@host/folder?done=folder, special characters of user and password percent-encoded, and two different folders.`,
      );
  });
  return read.filter((mailbox) => mailbox !== undefined);
}

function readDkim(text: (name: string) => string | undefined, problems: string[]): Environment['dkim'] {
  const domain = text('DKIM_DOMAIN');
  const selector = text('DKIM_SELECTOR');
  const keyFile = text('DKIM_KEY_FILE');
  if (domain && selector && keyFile) return { domain, selector, keyFile };
  if (domain || selector || keyFile)
    problems.push(
      'DKIM is half set: give DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY_FILE together, or none of them.',
    );
  return undefined;
}
