/** What is awaited, or an error that says who did not answer: a connection that is lost may never answer at all. */
export async function within<Result>(
  milliseconds: number,
  who: string,
  awaited: Promise<Result>,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`${who} did not answer within ${milliseconds} ms`)),
      milliseconds,
    );
  });
  return Promise.race([awaited, tooLate]).finally(() => clearTimeout(timer));
}
