import { setAsideSample } from '../../register/set-aside-sample.ts';
import { actorOf, type Locals } from '../reader.ts';

/** The operator is told where the copy is; whoever reads the page need not know the server's folders. */
export async function leaveSample(locals: Locals): Promise<void> {
  const copy = await setAsideSample(locals.context, actorOf(locals));
  locals.context.log.info('sample-set-aside', { copy });
}
