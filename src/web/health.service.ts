import { Injectable } from '@nestjs/common';

export interface PartHealth {
  ok: boolean;
  /** What is wrong or how much waits, for an operator; never personal data. */
  detail?: string;
}

export interface Readiness {
  /** Whether a letter can be received now. */
  ready: boolean;
  /** Names of the parts that are not well, receiving or not. */
  degraded: string[];
  parts: Record<string, PartHealth>;
}

interface Part {
  check: () => Promise<PartHealth>;
  essential: boolean;
}

/** What each part says of itself. Receiving is ready as long as the essential parts are well. */
@Injectable()
export class HealthService {
  private readonly checks = new Map<string, Part>();

  /** `essential`: without this part no letter can be received (database, disk). */
  add(part: string, check: () => Promise<PartHealth>, { essential = false } = {}): void {
    if (this.checks.has(part))
      throw new Error(`Two parts report their health as "${part}": name one otherwise.`);
    this.checks.set(part, { check, essential });
  }

  async readiness(): Promise<Readiness> {
    const entries = await Promise.all(
      [...this.checks].map(async ([name, { check }]) => [name, await answer(check)] as const),
    );
    const unwell = entries.filter(([, health]) => !health.ok).map(([name]) => name);
    return {
      ready: unwell.every((name) => !this.checks.get(name)!.essential),
      degraded: unwell,
      parts: Object.fromEntries(entries),
    };
  }
}

/** A check that throws or takes more than two seconds is a part that is not well. */
async function answer(check: () => Promise<PartHealth>): Promise<PartHealth> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<PartHealth>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, detail: 'no answer within 2 s' }), 2_000);
  });
  try {
    return await Promise.race([check(), tooLong]);
  } catch (error) {
    return {
      ok: false,
      detail: (error as Error).message || (error as NodeJS.ErrnoException).code || 'failed',
    };
  } finally {
    clearTimeout(timer);
  }
}
