import { reactive, ref, watch } from 'vue';
import { newKey } from '../client/key';
import { me } from '../session';
import { todayInShanghai } from '../today';

export interface FindingDraft {
  severity: string;
  text: string;
  clause: string;
  /** The line of the checklist on which it stands; empty where on none. */
  line: string;
}

interface VisitDraft {
  visitedOn: string;
  report: string;
  /** What was seen, by the line of the checklist. */
  checked: Record<string, string>;
  findings: FindingDraft[];
  /** By which the record is known when it is sent again after a broken connection. */
  key: string;
}

export const blankFinding = (line = ''): FindingDraft => ({ severity: '', text: '', clause: '', line });

const blank = (): VisitDraft => ({
  visitedOn: todayInShanghai(),
  report: '',
  checked: {},
  findings: [],
  key: newKey(),
});

/**
 * What somebody writes about a visit, kept on the device with each letter: no connection, no closed page and no expired
 * sign-in loses it. It is theirs alone, and gone once it is handed in.
 */
export function useVisitDraft(item: string) {
  const place = `onewindow.visit.${me.value?.sub ?? ''}.${item}`;
  const found = read(place);
  const draft = reactive<VisitDraft>(found ?? blank());
  const keptAt = ref<Date | null>(null);
  const isKept = ref(true);
  let isOver = false;
  watch(
    () => JSON.stringify({ ...draft, key: '' }),
    () => {
      if (isOver) return;
      draft.key = newKey();
      isKept.value = write(place, draft);
      keptAt.value = new Date();
    },
  );
  return {
    draft,
    keptAt,
    isKept,
    wasFound: found !== null,
    /** Begins anew, on this page too. */
    discard: (): void => void Object.assign(draft, blank()),
    /** Nothing is left on the device. */
    forget: (): void => {
      isOver = true;
      remove(place);
    },
  };
}

function read(place: string): VisitDraft | null {
  try {
    const kept = localStorage.getItem(place);
    return kept === null ? null : { ...blank(), ...(JSON.parse(kept) as Partial<VisitDraft>) };
  } catch {
    return null;
  }
}

function write(place: string, draft: VisitDraft): boolean {
  try {
    localStorage.setItem(place, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

function remove(place: string): void {
  try {
    localStorage.removeItem(place);
  } catch {
    // What keeps nothing has nothing to forget.
  }
}
