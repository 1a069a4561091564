/**
 * Styles of the office's e-mails. Those that matter stand inline, so that they survive clients that drop the
 * style block; the block adds only dark colours and narrow screens.
 */
const SERIF = "font-family:'Source Serif 4',Georgia,'Times New Roman',serif";
const SANS = "font-family:'Source Sans 3','Segoe UI',Roboto,Arial,sans-serif";

export const BLOCK = `
      :root { color-scheme: light dark; }
      a:focus { outline: 3px solid #0c4076; outline-offset: 2px; }
      @media (max-width: 480px) { .px { padding-left: 16px !important; padding-right: 16px !important; } .half { display: block !important; width: auto !important; } .half + .half { border-left: 0 !important; border-top: 1px solid #0c4076 !important; } }
      @media (prefers-color-scheme: dark) {
        .ground { background-color: #14181d !important; }
        .paper { background-color: #1b2129 !important; border-color: #38424e !important; }
        .ink, .ink p, .ink li, .ink h2 { color: #ece8df !important; }
        .soft { color: #b9b3a6 !important; }
        .blue, .blue a, a.blue { color: #a9cbee !important; }
        .line { border-color: #a9cbee !important; }
        .hair { border-color: #38424e !important; }
        .half + .half { border-color: #a9cbee !important; }
        .button { background-color: #a9cbee !important; border-color: #a9cbee !important; color: #0b1c2e !important; }
        a:focus { outline-color: #a9cbee; }
      }
    `;

const label = 'display:block;font-size:15px;line-height:20px;';
const figure = (size: number, height: number) =>
  `display:block;${SERIF};font-size:${size}px;line-height:${height}px;font-weight:600;`;

export const css = {
  body: 'margin:0;padding:0;background-color:#f7f4ed;-webkit-text-size-adjust:100%;',
  preview: 'display:none;max-height:0;overflow:hidden;mso-hide:all;',
  ground: 'max-width:600px;margin:0 auto;padding:0 0 40px;background-color:#f7f4ed;',
  head: 'padding:0 32px 20px;',
  mark: 'width:72px;height:4px;margin:0 0 16px;background-color:#c6363c;font-size:0;line-height:0;',
  name: `margin:0;color:#0c4076;${SERIF};font-size:21px;line-height:27px;font-weight:600;`,
  department: `margin:2px 0 0;color:#575146;${SANS};font-size:15px;line-height:20px;`,
  paper: 'padding:32px;background-color:#fffefb;border:1px solid #d9d2c3;',
  ink: `color:#1d1b17;${SANS};font-size:18px;line-height:28px;`,
  h1: `margin:0 0 16px;color:#0c4076;${SERIF};font-size:28px;line-height:34px;font-weight:600;`,
  h2: `margin:0 0 8px;color:#1d1b17;${SERIF};font-size:21px;line-height:28px;font-weight:600;`,
  p: 'margin:0 0 16px;',
  lastP: 'margin:0 0 24px;',
  button: `display:inline-block;padding:13px 24px;background-color:#0c4076;border:1px solid #0c4076;border-radius:3px;color:#ffffff;${SANS};font-size:18px;line-height:24px;font-weight:600;text-decoration:none;`,
  copy: 'margin:0 0 24px;color:#575146;font-size:15px;line-height:20px;',
  link: 'color:#0c4076;word-break:break-all;',
  copyTight: 'margin:0 0 8px;color:#575146;font-size:15px;line-height:20px;',
  textLink: 'color:#0c4076;',
  warning: 'margin:0;padding:16px 0 0;border-top:1px solid #d9d2c3;',
  foot: 'padding:20px 32px 0;',
  footAddress: `margin:0 0 8px;color:#575146;${SANS};font-size:15px;line-height:20px;`,
  footNote: `margin:0;color:#575146;${SANS};font-size:15px;line-height:20px;`,
  stamp: 'margin:0 0 24px;border:3px double #0c4076;color:#0c4076;',
  stampChief: 'padding:12px 16px;border-bottom:1px solid #0c4076;',
  stampOnly: 'padding:12px 16px;',
  stampRow: 'display:table;width:100%;',
  stampLeft: 'display:table-cell;width:50%;padding:12px 16px;',
  stampRight: 'display:table-cell;padding:12px 16px;border-left:1px solid #0c4076;',
  label,
  reference: `${figure(34, 42)}letter-spacing:1px;`,
  figure: figure(20, 28),
} as const;
