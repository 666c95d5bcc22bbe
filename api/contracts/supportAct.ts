import { z } from 'zod';
import { act, reason } from './actSchema';
import { says } from './label';
import { date, prose } from './text';

const report = prose(10_000).meta(says('情况和意见', 'What was found'));
const grounds = prose(10_000).meta(says('事实和理由', 'The facts and grounds'));
const passed = z.enum(['passed', 'failed']).meta(says('通过或不通过', 'Passed or failed'));
const granted = z.enum(['granted', 'refused']).meta(says('给予或不予', 'Granted or refused'));
const yuan = z.number().positive().max(1_000_000_000);

export const waiveSupport = act('waiveSupport', { reason });

/** What is answered in the case of a support. */
export const supportActs = [
  act('submitSupport', {}),
  act('examineSupport', { result: passed, report }),
  act('opineSupport', { result: passed, report }),
  act('draftSupport', {
    result: granted,
    grounds,
    yuan: yuan
      .nullable()
      .meta(
        says('核定金额（元）；不由财政拨付或不予的为 null', 'The amount in yuan; null where nothing is paid'),
      ),
  }),
  act('returnSupport', { reason }),
  act('signSupport', { result: granted }),
  act('paySupport', {
    paidOn: date.meta(says('拨付日期', 'The day it was paid')),
    yuan: yuan.meta(says('拨付金额（元）', 'The amount in yuan')),
    remark: prose(2_000).meta(says('说明', 'What is said to it')),
  }),
  act('recheckSupport', { result: passed, report }),
  act('proposeSupportEnd', { grounds }),
  act('keepSupport', { reason }),
  act('signSupportEnd', {}),
] as const;
