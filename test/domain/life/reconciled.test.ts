import type { WorkItem } from '../../../domain/caseFile';
import { fold } from '../../../domain/fold';
import { compare } from '../../../infra/reconcile/compare';
import type { KeptCase } from '../../../infra/reconcile/keptCase';
import type { Story } from '../record/story';
import { onDay } from '../record/story';
import { checkedOn, does, supervised, turned } from './institution';

const run = { isRunning: true, problems: [] };

/** A case as it is kept where all agrees: each work item as it was when it was last seen. */
function kept({ file, events }: Story): KeptCase {
  const rows = new Map<string, WorkItem>();
  events.forEach((_, index) => {
    const { items } = fold(null, events.slice(0, index + 1), file.caseId);
    for (const item of Object.values(items)) rows.set(item.id, item);
  });
  const upTo = file.seq;
  return {
    caseId: file.caseId,
    state: file,
    events,
    worklist: [...rows.values()].map(({ id, status, version }) => ({ id, status, version })),
    notices: [],
    pushes: [],
    wakeUp: { upTo, delivered: upTo, error: null },
  };
}

/** A visit that was warned of, made, and forgotten with the year. */
function forgotten(): Story {
  const late = onDay(supervised(), '2027-04-01');
  const made = does(late, 'visit', {
    act: 'recordVisit',
    visitedOn: '2027-04-01',
    report: '检查',
    findings: [],
    checked: checkedOn(late),
  });
  return turned(onDay(made, '2028-01-01'), 2028);
}

const differences = (story: Story, changed: Partial<KeptCase> = {}) =>
  compare(
    { ...kept(story), ...changed },
    { ...run, readUpTo: story.file.seq },
    new Date('2028-06-01T00:00:00Z'),
  ).map(({ kind, about }) => [kind, about]);

describe('the nightly comparison of a supervision whose year has turned', () => {
  it('finds nothing wrong with what the state has forgotten', () => {
    const story = forgotten();
    const [warned] = story.events.filter(({ type }) => type === 'warned');
    expect(warned && 'item' in warned && story.file.items[warned.item ?? '']).toBeUndefined();
    expect(differences(story)).toEqual([]);
  });

  it('still finds a work item that never was, and one that is open where its case has none', () => {
    const story = forgotten();
    const { worklist } = kept(story);
    const [done] = worklist.filter(({ status }) => status === 'done');
    expect(
      differences(story, { worklist: [...worklist, { id: 'never', status: 'done', version: 1 }] }),
    ).toEqual([['worklistDiffers', 'never']]);
    const reopened = worklist.map((row) => (row === done ? { ...row, status: 'open' } : row));
    expect(differences(story, { worklist: reopened })).toEqual([['worklistDiffers', done?.id]]);
  });
});
