import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { trimmed } from '../../web/trimmed.js';
import { LONGEST_VIEW_NAME } from './saved-views.service.js';

const unknown = { context: { code: 'unknownField' } };
/** Longer than any link of the inbox. */
const LONGEST_QUERY = 4_000;

class NamedDto {
  @trimmed()
  @IsString({ context: { code: 'name' } })
  @IsNotEmpty({ context: { code: 'name' } })
  @MaxLength(LONGEST_VIEW_NAME, { context: { code: 'tooLong', limit: LONGEST_VIEW_NAME } })
  name: string;
}

/** The form beside the filters: the view that is looked at gets a name. */
export class SaveViewDto extends NamedDto {
  /** The query of the view's link. */
  @IsString(unknown)
  @MaxLength(LONGEST_QUERY, unknown)
  view: string;

  @IsOptional()
  @IsIn(['unit'], unknown)
  for?: 'unit';
}

/** The form of a saved view. */
export class KeptViewDto extends NamedDto {
  @IsIn(['save', 'remove'], unknown)
  do: 'save' | 'remove';
}
