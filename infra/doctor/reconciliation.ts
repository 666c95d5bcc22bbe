import { lastReconciliation } from '../reconcile/last';
import type { Check } from './examination';
import { doubtful, well } from './finding';
import { fromRecord } from './reading';

/** What the nightly comparison of record, outbox, workflows and mails found last. */
export const reconciliation: Check = (subject) =>
  fromRecord(subject, async (db) => {
    const last = await lastReconciliation(db);
    if (last === null) return [];
    const { at, cases, differences } = last;
    if (differences.length === 0)
      return [well(`对账一致：${cases} 件（${at}）`, `Record and workflows agree: ${cases} cases`)];
    return [
      doubtful(
        {
          zh: `对账有 ${differences.length} 处不一致（${at}）`,
          en: `Record and workflows differ in ${differences.length} places`,
        },
        {
          zh: '运行 npm run reconcile 查看并补救，见 docs/stuck-cases.md',
          en: 'npm run reconcile shows and mends them, see docs/stuck-cases.md',
        },
      ),
    ];
  });
