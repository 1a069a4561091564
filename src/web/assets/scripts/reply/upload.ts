/** Attachments go as soon as they are chosen; what was refused is told, and the words stay. */
import { save } from '../editor/draft';

const input = document.querySelector<HTMLInputElement>('#reply-files');

input?.addEventListener('change', () => void upload(input));

async function upload(files: HTMLInputElement): Promise<void> {
  if (!files.files?.length) return;
  await save();
  const version = document.querySelector<HTMLInputElement>('#reply-form [name="version"]')!.value;
  const address = new URL(files.dataset.upload!, location.href);
  address.searchParams.set('version', version);
  const form = new FormData();
  for (const file of files.files) form.append('files', file);
  const token = document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')!.content;
  const answer = await fetch(address, {
    method: 'POST',
    headers: { Accept: 'application/json', 'x-csrf-token': token },
    body: form,
  }).catch(() => undefined);
  if (answer?.ok) return location.reload();
  const { message } = answer ? ((await answer.json()) as { message?: string }) : {};
  const hint = document.querySelector<HTMLElement>('#reply-files-hint')!;
  hint.textContent = message ?? document.querySelector<HTMLElement>('#reply-form')!.dataset.unsaved!;
  hint.className = 'error';
  files.value = '';
}
