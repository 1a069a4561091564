/**
 * Gathers what arrives while a flush is in flight and lets it go with the next: no timer, so nothing waits when
 * there is little, and nothing is done one by one when there is much.
 */
export class NaturalBatch<Item, Result = void> {
  readonly #waiting: { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void }[] =
    [];
  #flying = 0;
  #scheduled = false;

  constructor(
    private readonly flush: (items: Item[]) => Promise<Result[]>,
    private readonly most: number,
    private readonly inFlight = 1,
  ) {}

  /** Resolves with the result for this very item once its flush is done. */
  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      this.#schedule();
    });
  }

  #schedule(): void {
    if (this.#scheduled || this.#flying >= this.inFlight) return;
    this.#scheduled = true;
    // What is added in the same turn goes together.
    setImmediate(() => {
      this.#scheduled = false;
      void this.#fly();
    });
  }

  async #fly(): Promise<void> {
    const taken = this.#waiting.splice(0, this.most);
    if (taken.length === 0) return;
    this.#flying++;
    if (this.#waiting.length > 0) this.#schedule();
    try {
      const results = await this.flush(taken.map(({ item }) => item));
      taken.forEach(({ resolve }, index) => resolve(results[index]!));
    } catch (error) {
      for (const { reject } of taken) reject(error);
    } finally {
      this.#flying--;
      if (this.#waiting.length > 0) this.#schedule();
    }
  }
}
