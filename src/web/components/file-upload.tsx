import { classNames } from './attributes.js';
import { type FieldProps, FormGroup } from './form-group.js';

export interface FileUploadProps extends FieldProps {
  multiple?: boolean;
  /** Suffixes or media types offered by the browser's dialogue, for example `.pdf,.jpg`; the server decides. */
  accept?: string;
}

export const FileUpload = (props: FileUploadProps) => (
  <FormGroup {...props}>
    {({ id, described }) => (
      <input
        class={classNames(
          'govuk-file-upload',
          props.classes,
          props.errorMessage !== undefined && 'govuk-file-upload--error',
        )}
        id={id}
        name={props.name}
        type="file"
        disabled={props.disabled}
        multiple={props.multiple}
        accept={props.accept}
        aria-describedby={described}
        aria-invalid={props.errorMessage === undefined ? undefined : 'true'}
        {...props.attributes}
      />
    )}
  </FormGroup>
);
