/** Why what a form holds cannot be taken. Words for each are in the interface messages: `form.fault.<code>`. */
export type FaultCode =
  | 'missing'
  | 'too-long'
  | 'unprintable'
  | 'too-many'
  | 'unknown-field'
  | 'not-a-line'
  | 'not-a-link'
  | 'not-a-mailbox'
  | 'not-a-country'
  | 'not-an-id'
  | 'not-a-day'
  | 'not-an-option'
  | 'not-a-domain'
  | 'not-a-time-zone'
  | 'not-a-language'
  | 'not-a-duration'
  | 'not-a-number'
  | 'number-missing'
  | 'unit-missing'
  | 'duration-twice'
  | 'retention-form-missing'
  | 'place-missing'
  | 'place-without-country'
  | 'objection-too-long'
  | 'invalid';

/** Something wrong with one control of a form. */
export interface FormFault {
  /** The name of the control: `processings.p1.retention.number`. */
  readonly field: string;
  readonly code: FaultCode;
  /** How much is allowed, where there is too much. */
  readonly limit?: number;
}

/** What one reads a form into: told of each fault. */
export type Report = (field: string, code: FaultCode, limit?: number) => void;
