/** The mailbox's look: the office's paper, ink and blue, without a build. */
export const mailboxStyles = `
:root { color-scheme: light dark; --ground: #f7f4ed; --paper: #fffefb; --ink: #1d1b17; --soft: #575146; --blue: #0c4076; --hair: #d9d2c3; }
@media (prefers-color-scheme: dark) { :root { --ground: #14181d; --paper: #1b2129; --ink: #ece8df; --soft: #b9b3a6; --blue: #a9cbee; --hair: #38424e; } }
body { margin: 0; background: var(--ground); color: var(--ink); font: 17px/26px 'Source Sans 3', 'Segoe UI', Roboto, Arial, sans-serif; }
main { max-width: 780px; margin: 0 auto; padding: 24px 16px 64px; }
h1, h2 { color: var(--blue); font-family: 'Source Serif 4', Georgia, serif; font-weight: 600; }
h1 { margin: 0 0 8px; font-size: 30px; line-height: 36px; overflow-wrap: anywhere; }
h2 { margin: 32px 0 8px; font-size: 20px; }
a { color: var(--blue); }
a:focus-visible { outline: 3px solid var(--blue); outline-offset: 2px; }
.soft { color: var(--soft); font-size: 15px; overflow-wrap: anywhere; }
.messages { margin: 24px 0 0; padding: 0; list-style: none; background: var(--paper); border: 1px solid var(--hair); }
.messages li { display: grid; gap: 2px; padding: 12px 16px; border-top: 1px solid var(--hair); }
.messages li:first-child { border-top: 0; }
iframe { width: 100%; height: 720px; background: var(--paper); border: 1px solid var(--hair); }
pre { padding: 16px; background: var(--paper); border: 1px solid var(--hair); white-space: pre-wrap; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: minmax(120px, max-content) 1fr; gap: 4px 16px; font-size: 15px; }
dt { color: var(--soft); grid-column: 1; }
dd { margin: 0; grid-column: 2; overflow-wrap: anywhere; }
`;
