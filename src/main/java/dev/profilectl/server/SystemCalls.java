package dev.profilectl.server;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import dev.profilectl.validation.DocumentedSystem;
import java.util.Map;

/**
 * The calls of one system.
 *
 * <p>To add a call: an entry in {@link #calls}. To add a system: a class like these, and its line
 * in {@link ProfileServer}.
 */
interface SystemCalls {
  /** Whose calls they are. */
  DocumentedSystem system();

  /** How the paths of this system begin; what else begins so is answered in its envelope. */
  boolean owns(String path);

  /** The calls by path, then by method. */
  Map<String, Map<String, Call>> calls();

  /** What HTTP refuses, in the envelope of the system. */
  Reply refusal(int status, Message why);

  /** What went wrong, in the envelope of the system. */
  Reply failure(Failure failure);

  /** One documented call. */
  interface Call {
    Reply answer(Exchange exchange);
  }
}
