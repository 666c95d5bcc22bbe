import { sql } from 'kysely';

/** A number that says how an installation is doing. */
export interface Figure {
  readonly name: string;
  readonly help: string;
  readonly query: (now: Date) => ReturnType<typeof sql<{ value: string | null }>>;
}

/** What waits, is late or fails; the instant is the business clock's. */
export const figures = {
  waiting: {
    name: 'onewindow_outbox_depth',
    help: 'Wake-ups that no workflow has been told of',
    query: () => sql`select count(*) as value from wake_up where delivered < up_to`,
  },
  oldestSeconds: {
    name: 'onewindow_outbox_oldest_seconds',
    help: 'Age of the oldest wake-up that is waiting',
    query: (now) => sql`
      select greatest(0, extract(epoch from ${now}::timestamptz - min(last_at))) as value
        from wake_up join case_file using (case_id) where delivered < up_to`,
  },
  workItemsOpen: {
    name: 'onewindow_work_items_open',
    help: 'Work items that wait for somebody',
    query: () => sql`select count(*) as value from work_item where status = 'open'`,
  },
  workItemsOverdue: {
    name: 'onewindow_work_items_overdue',
    help: 'Open work items past their deadline',
    query: (now) => sql`
      select count(*) as value from work_item where status = 'open' and due_at <= ${now}::timestamptz`,
  },
  pushesFailing: {
    name: 'onewindow_pushes_failing',
    help: 'Pushes of registrations that were tried and have not arrived',
    query: () => sql`select count(*) as value from push where status = 'waiting' and last_error is not null`,
  },
  mailsFailing: {
    name: 'onewindow_mails_failing',
    help: 'Mails that failed for good or are being tried again',
    query: () => sql`
      select count(*) as value from notice where status = 'failed' or (status <> 'sent' and last_error is not null)`,
  },
} as const satisfies Record<string, Figure>;
