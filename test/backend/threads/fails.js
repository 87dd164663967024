// Stands for a thread that meets a limit.
export default function work({ gauge }) {
  Atomics.add(gauge, 1, 1);
  return { message: 'so many', code: 'too-many-events' };
}
