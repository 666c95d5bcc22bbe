import type { LimitUnit } from './vocabulary';

/** When a clock runs out. `dueAt` is the end of the due day in Asia/Shanghai, an ISO instant (UTC). */
export interface Deadline {
  readonly rule: string;
  /** The day of the start event, `YYYY-MM-DD`; counting begins the day after. */
  readonly startsOn: string;
  readonly limit: number;
  readonly unit: LimitUnit;
  readonly due: string;
  readonly dueAt: string;
  /** True where the holiday table does not reach the due date: the date may still move. */
  readonly provisional: boolean;
}
