import { z } from 'zod';
import { serviceModes } from '../../domain/vocabulary';
import { Label, oneOf, says } from './label';
import { pageOf, pageQuery } from './page';
import { planKey } from './text';
import { UnitName } from './unit';

export const PublishedRating = z
  .strictObject({
    institution: z.string().meta(says('机构名称', 'Name of the institution')),
    certificateNo: z.string().meta(says('证书编号', 'Number of its certificate')),
    year: z.int().meta(says('年度', 'The year')),
    no: z.int().meta(says('当年第几次评估', 'Which evaluation of the year')),
    rating: Label.meta(says('等级', 'The rating')),
    score: z.number().meta(says('得分', 'The score')),
    ratedOn: z.iso.date().meta(says('审定日期', 'The day it was confirmed')),
    serviceMode: oneOf(serviceModes).meta(says('服务模式', 'Service mode')),
    subdistrict: UnitName.meta(says('所在街道', 'The subdistrict')),
  })
  .meta({ id: 'PublishedRating', ...says('公布的年度评估等级', 'A rating that is published') });
export type PublishedRating = z.infer<typeof PublishedRating>;

export const RatingsPage = pageOf('RatingsPage', PublishedRating);

export const RatingFilter = z.strictObject({
  ...pageQuery,
  year: z.coerce.number().int().min(2000).max(9999).meta(says('年度', 'The year')),
  subdistrict: planKey.optional().meta(says('街道', 'Subdistrict')),
  mode: oneOf(serviceModes).optional().meta(says('服务模式', 'Service mode')),
});
export type RatingFilter = z.infer<typeof RatingFilter>;
