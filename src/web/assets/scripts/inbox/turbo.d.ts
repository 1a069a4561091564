/** The few parts of Turbo that the inbox uses; the package brings no types. */
declare module '@hotwired/turbo' {
  export const config: { drive: { progressBarDelay: number } };
  /** Makes an element like another by changing as little of it as possible: focus, scroll and state stay. */
  export function morphElements(current: Element, fresh: Element): void;
  export function visit(location: string, options?: { action?: 'advance' | 'replace'; frame?: string }): void;
}

interface TurboFetchEvent extends CustomEvent {
  detail: {
    url: URL;
    fetchOptions: { method: string; headers: Record<string, string> };
    /** An answer that is already on its way, taken instead of a new request. */
    fetchRequest?: { response: Promise<Response> };
  };
}

interface TurboMissingEvent extends CustomEvent {
  detail: { response: Response };
}

interface DocumentEventMap {
  'turbo:before-fetch-request': TurboFetchEvent;
  'turbo:frame-missing': TurboMissingEvent;
  'turbo:click': CustomEvent<{ url: string }>;
}
