import { onScopeDispose, watch } from 'vue';
import { api } from './client/client';
import type { LiveChange } from './client/wire';
import { i18n, said } from './language';
import { kept } from './kept';
import { me, sessionEnded } from './session';
import { tell } from './telling';

/** Whether the reader is told aloud of what concerns them; what is shown is kept up to date all the same. */
export const toasts = kept<'on' | 'off'>('toasts', 'on', ['on', 'off']);

/** Null: anything may have changed. */
type Hear = (change: LiveChange | null) => void;

const GATHER_MS = 400;
const AGAIN_MS = 5_000;

const listeners = new Set<Hear>();
let stream: EventSource | null = null;
/** How far the stream has told: where it goes on after this tab was out of sight. */
let position = '';
let wasOpen = false;
let concerning: LiveChange[] = [];
let again: ReturnType<typeof setTimeout> | undefined;

/** Listens to what happens in the cases of whoever is signed in, as long as this tab is looked at. */
export function listenAlways(): void {
  watch(me, follow, { immediate: true });
  document.addEventListener('visibilitychange', follow);
}

/** Calls as often as something happens, for as long as the screen is there; at most once in a while. */
export function useLive(hears: (change: LiveChange | null) => boolean, then: () => unknown): void {
  let due: ReturnType<typeof setTimeout> | undefined;
  const hear: Hear = (change) => {
    if (!hears(change)) return;
    clearTimeout(due);
    due = setTimeout(then, GATHER_MS);
  };
  listeners.add(hear);
  onScopeDispose(() => {
    clearTimeout(due);
    listeners.delete(hear);
  });
}

function follow(): void {
  clearTimeout(again);
  if (me.value && !document.hidden) open();
  else close();
}

function open(): void {
  if (stream) return;
  const after = position === '' ? '' : `?after=${position}`;
  stream = new EventSource(`/api/v1/live${after}`);
  // What was missed before anything was told is known to nobody: what is shown is read anew.
  if (after === '' && wasOpen) listeners.forEach((hear) => hear(null));
  wasOpen = true;
  stream.addEventListener('beat', noteId);
  stream.addEventListener('change', (message: MessageEvent<string>) => {
    const change = JSON.parse(message.data) as LiveChange;
    listeners.forEach((hear) => hear(change));
    if (change.concerns) toastSoon(change);
  });
  stream.addEventListener('gap', (message: MessageEvent<string>) => {
    noteId(message);
    listeners.forEach((hear) => hear(null));
  });
  // A browser comes back by itself after a stream that broke off; one that was refused stays closed.
  stream.addEventListener('error', () => {
    if (stream?.readyState === EventSource.CLOSED) void comeBack();
  });
}

function noteId({ lastEventId }: MessageEvent): void {
  if (lastEventId !== '') position = lastEventId;
}

function close(): void {
  stream?.close();
  stream = null;
}

async function comeBack(): Promise<void> {
  close();
  const answer = await api.GET('/api/v1/me').catch(() => null);
  if (answer?.response.status === 401) sessionEnded();
  else again = setTimeout(follow, AGAIN_MS);
}

/** What comes together is told together. */
function toastSoon(change: LiveChange): void {
  if (toasts.value === 'off') return;
  concerning.push(change);
  if (concerning.length === 1) setTimeout(toast, GATHER_MS);
}

function toast(): void {
  const [first] = concerning;
  const n = concerning.length;
  concerning = [];
  const { t } = i18n.global;
  if (!first?.concerns) return;
  const { kind, label } = first.concerns;
  tell(
    n > 1
      ? t('live.several', { n })
      : t(`live.${kind}`, { institution: first.institution, what: said(label) }),
  );
}
