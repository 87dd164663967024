// Answers at once.
export default () => new Float64Array(1);
