import { IsIn } from 'class-validator';
import { RISKS, type Risk } from '../../letters/letter.entity.js';
import { ReasonDto } from './reason.dto.js';

/** What kind of danger, and by what it is seen. */
export class RiskDto extends ReasonDto {
  @IsIn(RISKS, { context: { code: 'risk' } })
  risk: Risk;
}
