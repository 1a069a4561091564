import autocannon from 'autocannon';

export interface Load {
  /** Answers a second. */
  rate: number;
  p50: number;
  p99: number;
}

/** A request whose body is made anew each time. */
export interface Posting {
  path: string;
  contentType: string;
  body: () => string;
  /** The only status that counts as success. */
  expect: number;
}

/** 32 connections for some seconds; any other answer than the expected one is an error, not a figure. */
export async function post(
  url: string,
  { path, contentType, body, expect }: Posting,
  seconds: number,
): Promise<Load> {
  return run({
    url,
    seconds,
    expect,
    requests: [
      {
        method: 'POST',
        path,
        headers: { 'content-type': contentType },
        setupRequest: (request) => ({ ...request, body: body() }),
      },
    ],
  });
}

/** GETs of one address. */
export function get(url: string, seconds: number, headers: Record<string, string> = {}): Promise<Load> {
  return run({ url, seconds, expect: 200, requests: [{ method: 'GET', headers }] });
}

async function run({
  url,
  seconds,
  expect,
  requests,
}: {
  url: string;
  seconds: number;
  expect: number;
  requests: autocannon.Request[];
}): Promise<Load> {
  const result = await autocannon({ url, connections: 32, duration: seconds, timeout: 30, requests });
  const statuses = result.statusCodeStats as Record<string, { count: number }>;
  const other = Object.keys(statuses).filter((status) => Number(status) !== expect);
  if (other.length > 0 || result.errors > 0)
    throw new Error(
      `Load on ${url} was answered with ${JSON.stringify(statuses)} and ${result.errors} errors; only ${expect} counts.`,
    );
  return {
    rate: statuses[String(expect)]!.count / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
  };
}
