package dev.profilectl.terminal;

import dev.profilectl.failure.Failure;
import java.util.Optional;

/** Where the answers come from. */
interface Keyboard {
  /**
   * Shows the prompt and reads one line, without echo where it is hidden. Empty on Ctrl-D.
   *
   * @param check what is wrong is shown while it is typed, where the terminal can; what comes back
   *     may be wrong all the same
   * @throws Failure.Interrupted on Ctrl-C
   */
  Optional<String> read(String prompt, boolean hidden, Check check);
}
