/** Scans go as soon as they are dropped or chosen; what was refused is told, and the words of the form stay. */
const pane = document.querySelector<HTMLElement>('.scan[data-drop]');
const input = document.querySelector<HTMLInputElement>('#attachments');
const list = document.querySelector<HTMLElement>('#kept-scans');
const said = document.querySelector<HTMLElement>('#scan-status');

if (pane && input && list && said) {
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])];
    input.value = '';
    void send(files);
  });
  document.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    pane.classList.add('over');
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) pane.classList.remove('over');
  });
  // Anywhere on the page: a browser would otherwise leave the form for a file that missed its place.
  document.addEventListener('drop', (event) => {
    pane.classList.remove('over');
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    void send(files);
  });
}

let last: Promise<void> = Promise.resolve();

/** One after another, so that they stand in the order in which they were dropped. */
function send(files: readonly File[]): Promise<void> {
  for (const file of files) last = last.then(() => upload(file));
  return last;
}

async function upload(file: File): Promise<void> {
  const { uploading, failed, drop } = pane!.dataset;
  said!.className = '';
  said!.textContent = uploading!.replace('{name}', file.name);
  const body = new FormData();
  body.append('attachments', file);
  const token = document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')!.content;
  const answer = await fetch(drop!, { method: 'POST', headers: { 'x-csrf-token': token }, body }).catch(
    () => undefined,
  );
  const told = answer?.ok ? ((await answer.json()) as { kept: string[]; refused: string[] }) : undefined;
  list!.insertAdjacentHTML('beforeend', told?.kept.join('') ?? '');
  const refused = told === undefined ? `${failed!} (${file.name})` : told.refused.join(' ');
  said!.textContent = refused;
  said!.className = refused === '' ? '' : 'error';
}
export {};
