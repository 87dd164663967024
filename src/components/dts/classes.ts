export const DTS_CLASSES = ['micro', 'small', 'medium', 'large'] as const;
export type DtsClass = (typeof DTS_CLASSES)[number];
