import type { Labels } from '../../domain/label';
import type { StaffActBody } from '../../domain/staffAct';

/** What follows from the acts of the staff list: see `follows`. */
export const staffFollows = {
  enterStaff: {
    zh: '记入人员名册；证件到期前提醒，过期未换的列为检查发现。姓名和电话不写入记录。',
    en: 'It stands on the staff list; you are reminded of its documents before they expire, and what expires is found. Name and telephone stay out of the record.',
  },
  changeStaff: {
    zh: '名册按此更新；已换新的证件，相应的检查发现随即了结。',
    en: 'The list says so from now on; a finding on what is renewed here is settled.',
  },
  removeStaff: {
    zh: '此人不再计入名册和配比，姓名在保存期限后清除。',
    en: 'They count on the list no more; the name is erased once its retention is over.',
  },
} as const satisfies Labels<StaffActBody['act']>;
