import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely';
import type { Actor } from '../../domain/actor';
import { overseesAll } from '../../domain/permission';
import type { Tables } from '../../infra/db/schema';
