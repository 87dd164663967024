export interface Option {
  /** What is written. */
  readonly label: string;
  readonly kind: 'key' | 'value' | 'name';
  /** What it is for; empty where nothing is known. */
  readonly about: string;
  /** Whether it must be written. */
  readonly required: boolean;
}

export interface Completion {
  /** Where what is being written begins, in UTF-16 units from the start of the text. */
  readonly from: number;
  readonly options: readonly Option[];
}
