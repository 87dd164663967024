/** `downtime:order` is of a workload; what has no colon is of the whole scenario. */
export type MeasureName = string;

/** What a replication came to, by measure: figures whose mean over replications is the measure. */
export type Row = readonly (readonly [MeasureName, number])[];
