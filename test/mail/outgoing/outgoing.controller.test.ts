import { DataSource } from 'typeorm';
import { EmailKinds } from '../../../src/mail/email-kinds.js';
import { MailModule } from '../../../src/mail/mail.module.js';
import { OutgoingEmails } from '../../../src/mail/outgoing-emails.service.js';
import { SessionService } from '../../../src/staff/session.service.js';
import { StaffModule } from '../../../src/staff/staff.module.js';
import { StaffService } from '../../../src/staff/staff.service.js';
import type { Role } from '../../../src/web/access.js';
import { HealthModule } from '../../../src/web/health.module.js';
import { WebModule } from '../../../src/web/web.module.js';
import { Browser } from '../../staff/browser.js';
import { startApp, type TestApp } from '../../support/app.js';

describe('officers at the e-mail', () => {
  let app: TestApp;
  const ids: Record<string, string> = {};

  const officer = async (...roles: Role[]): Promise<Browser> => {
    const { id } = await app.get(StaffService).createAccount({
      name: 'Ana Jović',
      email: `${roles.join('-')}@office.example`,
      roles,
      unit: null,
      language: 'en',
    });
    const browser = new Browser(app.url);
    browser.cookies.set('pismo_session', await app.get(SessionService).start(id, {}));
    return browser;
  };

  beforeAll(async () => {
    app = await startApp({ rooms: [HealthModule, WebModule, StaffModule, MailModule] });
    app.get(EmailKinds).register({
      kind: 'test.greeting',
      render: async () => ({ subject: '', html: '', text: '' }),
      sample: async (language) => ({
        subject: language === 'en' ? 'A greeting <b>' : 'Поздрав',
        html: '<html><head><style>p { color: red }</style></head><body><p style="color:blue">Hello</p><script>alert(1)</script></body></html>',
        text: 'Hello & welcome',
      }),
    });
    const sql = app.get(DataSource);
    for (const [state, error] of [
      ['failed', '550 5.1.1 <ana@example.org> unknown'],
      ['suppressed', 'had 2 messages'],
      ['sent', null],
    ] as const) {
      const id = await app.get(OutgoingEmails).owe(
        sql.manager,
        {
          kind: 'test.greeting',
          dutyKey: `d:${state}`,
          subjectId: null,
          recipient: 'ana@example.org',
          language: 'en',
          params: {},
        },
        false,
      );
      ids[state] = id!;
      await sql.query('UPDATE outgoing_email SET state = $2, last_error = $3 WHERE id = $1', [
        id,
        state,
        error,
      ]);
    }
  }, 60_000);
  afterAll(() => app?.stop());

  it('are asked who they are', async () => {
    const stranger = new Browser(app.url);
    for (const path of [
      '/staff/outgoing',
      '/staff/emails',
      '/staff/emails/test.greeting',
      '/staff/emails/test.greeting/html',
    ])
      expect((await stranger.get(path)).status).toBe(303);
    const press = await officer('press');
    expect((await press.get('/staff/outgoing')).status).toBe(403);
    expect((await press.get('/staff/emails')).status).toBe(200);
  });

  it('see what did not leave, with the reason', async () => {
    const clerk = await officer('clerk');
    const failed = await clerk.get('/staff/outgoing');
    expect(failed.html).toContain('550 5.1.1 &lt;ana@example.org> unknown');
    expect(failed.html).toMatch(/Not sent \(1\)/);
    const suppressed = await clerk.get('/staff/outgoing?state=suppressed');
    expect(suppressed.html).toContain('had 2 messages');
    expect(suppressed.html).not.toContain('/retry');
    expect((await clerk.get('/staff/outgoing?state=nonsense&before=x')).status).toBe(200);
  });

  it('see which addresses rest and why, without whose they are when they only administer', async () => {
    await app.get(DataSource).query(
      `INSERT INTO suppressed_address (address_key, reason, until)
       VALUES ('mrtva@example.org', '5.1.1 <mrtva@example.org> unknown', now() + interval '59 days'),
              ('budna@example.org', 'x', now() - interval '1 day')`,
    );
    const admin = await officer('admin');
    const { html } = await admin.get('/staff/outgoing');
    expect(html).toContain('550 5.1.1 &lt;a…@example.org> unknown');
    expect(html).not.toMatch(/ana@example.org|mrtva/);
    const resting = await admin.get('/staff/outgoing?state=suppressed');
    expect(resting.html).toContain('5.1.1 &lt;m…@example.org> unknown');
    expect(resting.html).not.toMatch(/mrtva|budna/);
    expect(await (await fetch(`${app.url}/metrics`)).text()).toContain('pismo_suppressed_addresses 1');
  });

  it('try again what failed, once, and only by our own form', async () => {
    const triage = await officer('triage');
    expect((await triage.post(`/staff/outgoing/${ids.failed}/retry`, {})).status).toBe(403);
    const done = await triage.submit('/staff/outgoing', `/staff/outgoing/${ids.failed}/retry`, {});
    expect([done.status, done.headers.get('location')]).toEqual([303, '/staff/outgoing?outcome=done']);
    const again = await triage.submit('/staff/outgoing', `/staff/outgoing/${ids.sent}/retry`, {});
    expect(again.headers.get('location')).toBe('/staff/outgoing?outcome=notFailed');
    expect((await triage.submit('/staff/outgoing', '/staff/outgoing/nonsense/retry', {})).status).toBe(404);
  });

  it('look at every kind of e-mail, where it can run nothing', async () => {
    const auditor = await officer('auditor');
    const list = await auditor.get('/staff/emails');
    expect(list.html).toContain('A greeting &lt;b>');
    const page = await auditor.get('/staff/emails/test.greeting?language=sr-Cyrl');
    expect(page.html).toContain('Поздрав');
    expect(page.html).toContain('Hello &amp; welcome');
    expect(page.html).not.toContain('alert(1)');
    expect(page.headers.get('content-security-policy')).toContain("frame-src 'self'");
    const frame = await auditor.get('/staff/emails/test.greeting/html?language=en');
    const policy = frame.headers.get('content-security-policy')!;
    expect(policy).toContain('sandbox');
    expect(policy).toContain("script-src 'none'");
    expect(policy).not.toContain('allow-scripts');
    expect(frame.html).toContain('style="color:blue"');
    expect((await auditor.get('/staff/emails/nothing')).status).toBe(404);
  });
});
