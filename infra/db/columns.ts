import type { ColumnType } from 'kysely';

/** A JSON column: read as its type, written as text that was stringified. */
export type Json<T> = ColumnType<T, string, string>;
/** An instant: read as a Date, written as a Date or an ISO text. */
export type Instant = ColumnType<Date, Date | string, Date | string>;
export type MaybeInstant = ColumnType<Date | null, Date | string | null, Date | string | null>;
