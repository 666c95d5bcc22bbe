import type { plansZh } from './plansZh';

export const plansEn: typeof plansZh = {
  plans: {
    help: 'A published version never changes, and a case runs by the version under which it was submitted. Operators publish by npm run plan -- publish.',
    versions: 'Published versions',
    from: 'in force from {date}',
    published: 'published {at}',
    by: 'by {who}',
    byNobody: 'nobody named as publisher',
    openCases: 'open cases that run by it: {n}',
    first: 'The first version: there is none before it to compare with.',
    same: 'No difference to {version}.',
    differences: 'Differences to {version}: {n}',
    candidate: 'Try a new plan or calendar',
    candidateHelp:
      'Choose or paste a plan file: it is checked, its differences are told, and which open cases it would move. Nothing is changed.',
    upload: 'Plan file (YAML)',
    file: 'What it says',
    fromWhen: 'To be in force from',
    try: 'Check and try',
    result: 'If it were in force from {date}',
    unconfirmed: '{n} entries are still to be confirmed by the bureau.',
    days: 'Days that its calendar counts otherwise',
    noDays: 'Working days and days off stay as they are.',
    moved: 'Open cases that would move',
    examining: 'Under way: {n} looked at, {open} open cases in all…',
    examined: 'Done: {n} cases looked at, {found} would move.',
    pinned: 'Open cases that keep their rules',
    pinnedHelp:
      'A new version changes no limit, step or paper of these: they run to their end by the version under which they were submitted. The calendar counts for every case once it is published; supervision takes the version then in force with each new year; which units get a daily digest goes by the version in force.',
    on: 'from {date}',
    closes: 'will end: {item}',
    opens: 'will begin: {item}',
  },
};
