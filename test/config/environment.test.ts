import { ConfigurationError, readEnvironment } from '../../src/config/environment.js';

const problemsOf = (variables: NodeJS.ProcessEnv): string[] => {
  try {
    readEnvironment(variables);
    return [];
  } catch (error) {
    return (error as ConfigurationError).problems;
  }
};

describe('the environment', () => {
  it('needs no variable', () => {
    const environment = readEnvironment({});
    expect(environment).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1:3000',
      databaseUrl: undefined,
      redisUrl: undefined,
      smtpUrl: undefined,
      mailboxSmtpPort: 1025,
      mailboxWebPort: 1080,
      lmtpPort: 2424,
      role: 'all',
      rateLimits: true,
      altcha: false,
    });
  });

  it('takes an empty value for an absent one, and a slash at the end of PUBLIC_URL for nothing', () => {
    expect(readEnvironment({ PORT: '', PUBLIC_URL: 'https://pisma.example/' })).toMatchObject({
      port: 3000,
      publicUrl: 'https://pisma.example',
    });
  });

  it('takes letters by e-mail beside the development mailbox, and beside a real mail server only when told to', () => {
    const SMTP_URL = 'smtp://mail.example';
    expect(readEnvironment({ SMTP_URL }).lmtpPort).toBeUndefined();
    expect(readEnvironment({ SMTP_URL, LMTP_PORT: '24' }).lmtpPort).toBe(24);
  });

  it('reads mailboxes, and repeats nothing of an address that is none', () => {
    const url =
      'imaps://pisma%40predsednik.example:t%2Fajna@mail.example/Dolazna%20po%C5%A1ta?done=Primljeno';
    const { mailboxes } = readEnvironment({ IMAP_URLS: ` ${url}\n imap://a:b@127.0.0.1:1143 ` });
    expect(mailboxes).toMatchObject([
      {
        ...{ host: 'mail.example', port: 993, secure: true, user: 'pisma@predsednik.example' },
        ...{ password: 't/ajna', folder: 'Dolazna pošta', done: 'Primljeno' },
      },
      { host: '127.0.0.1', port: 1143, secure: false, folder: 'INBOX', done: 'Pismo' },
    ]);
    expect(mailboxes[0]!.name).not.toContain('ajna');
    for (const wrong of [
      'imaps://mail.example',
      'https://a:tajna@b',
      'imaps://a:%zz@b',
      'imaps://a:tajna@b/X?done=X',
      'x',
    ])
      expect(problemsOf({ IMAP_URLS: `${url} ${wrong}` })).toEqual([
        expect.stringMatching(/^IMAP_URLS: address 2 (?!.*tajna)/),
      ]);
  });

  it('names every bad variable at once, with the mend', () => {
    const problems = problemsOf({
      PORT: '70000',
      DATABASE_URL: 'mysql://x',
      ROLE: 'boss',
      DKIM_DOMAIN: 'x.example',
      SECRET_KEY: 'short',
    });
    expect(problems).toHaveLength(5);
    for (const named of [
      /^PORT=70000 .*from 1 to 65535/,
      /^DATABASE_URL .*postgres:/,
      /^ROLE=boss .*all, web, worker/,
      /^DKIM .*or none/,
      /^SECRET_KEY .*at least 32/,
    ])
      expect(problems).toContainEqual(expect.stringMatching(named));
  });

  it('never repeats a password of a bad address', () => {
    expect(problemsOf({ DATABASE_URL: 'mysql://pismo:tajna@x' }).join()).not.toContain('tajna');
  });
});
