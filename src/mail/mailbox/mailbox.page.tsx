import type { ComponentChildren } from 'preact';
import type { MailboxAddress, MailboxMessage } from './mailbox.message.js';

/** Every message of the development mailbox, newest first. For programmers: English only. */
export function MailboxList({ messages }: { messages: MailboxMessage[] }) {
  return (
    <Shell title="Mailbox">
      <h1>Mailbox</h1>
      <p class="soft">
        Every e-mail that Pismo sent while <code>SMTP_URL</code> is not set. Nothing left this machine.{' '}
        <a href="/api/email">As JSON</a>
      </p>
      {messages.length === 0 ? (
        <p>Nothing has been sent yet.</p>
      ) : (
        <ul class="messages">
          {messages.map((message) => (
            <li>
              <a href={`/messages/${message.id}`}>{message.subject || '(no subject)'}</a>
              <span class="soft">
                {written(message.to)}
                {message.date && ` · ${message.date.slice(0, 19).replace('T', ' ')} UTC`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Shell>
  );
}

/** One message: as it looks, as text, its headers. */
export function MessageView({ message }: { message: MailboxMessage }) {
  return (
    <Shell title={message.subject}>
      <p>
        <a href="/">Back to the list</a>
      </p>
      <h1>{message.subject || '(no subject)'}</h1>
      <p class="soft">
        From {written(message.from)}
        <br />
        To {written(message.to)}
        <br />
        <a href={`/messages/${message.id}/raw`}>The message as it was sent</a>
      </p>
      {message.html && (
        <iframe
          title="The message"
          src={`/messages/${message.id}/html`}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
        />
      )}
      <h2>Text</h2>
      <pre>{message.text}</pre>
      <h2>Headers</h2>
      <dl>
        {Object.entries(message.headers).map(([name, value]) => (
          <>
            <dt>{name}</dt>
            {[value].flat().map((line) => (
              <dd>{line}</dd>
            ))}
          </>
        ))}
      </dl>
    </Shell>
  );
}

function Shell({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title ? `${title} – Pismo` : 'Pismo'}</title>
        <link rel="stylesheet" href="/mailbox.css" />
      </head>
      <body>
        <main>{children}</main>
      </body>
    </html>
  );
}

const written = (addresses: MailboxAddress[]) =>
  addresses.map(({ name, address }) => (name ? `${name} <${address}>` : address)).join(', ');
