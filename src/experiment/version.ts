/** The version of hasim: part of every result, because bytes are promised per version. A test holds it to package.json. */
export const VERSION = '0.1.0';
/** The form in which work that is finished is put down: raised when tapes hold something else, so that journals and queues of another are refused. */
export const FORM = 5;
