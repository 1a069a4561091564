/** What a server answered, as a browser without scripts sees it. */
export interface Page {
  status: number;
  headers: Headers;
  html: string;
}

/** A browser as far as these tests need one: it keeps cookies, follows nothing, and fills in forms' tokens. */
export class Browser {
  readonly cookies = new Map<string, string>();

  constructor(readonly url: string) {}

  get(path: string, headers: Record<string, string> = {}): Promise<Page> {
    return this.send(path, { headers });
  }

  /** Posts fields as they are; a list is sent several times under its name. */
  post(
    path: string,
    fields: Record<string, string | string[]>,
    headers: Record<string, string> = {},
  ): Promise<Page> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields))
      for (const each of [value].flat()) body.append(name, each);
    return this.send(path, { method: 'POST', body, headers });
  }

  /** Posts with the token that `page` carries, as its form would. */
  async submit(page: string, path: string, fields: Record<string, string | string[]>): Promise<Page> {
    return this.post(path, { ...fields, _csrf: tokenIn((await this.get(page)).html) });
  }

  signIn(email: string, password: string, more: Record<string, string> = {}): Promise<Page> {
    return this.post('/staff/sign-in', { email, password, ...more });
  }

  async send(path: string, init: RequestInit): Promise<Page> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(cookie && { cookie }), ...(init.headers as Record<string, string>) };
    const response = await fetch(this.url + path, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value === '') this.cookies.delete(name!);
      else this.cookies.set(name!, value!);
    }
    return { status: response.status, headers: response.headers, html: await response.text() };
  }
}

/** The session's token, from any form of a page. */
export function tokenIn(html: string): string {
  const token = /name="_csrf" value="([^"]+)"/.exec(html)?.[1];
  if (!token) throw new Error('The page has no form with a _csrf field.');
  return token;
}
