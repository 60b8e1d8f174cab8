package dev.profilectl.terminal;

import java.util.Optional;

/** Where the answers come from. */
interface Keyboard {
  /**
   * Shows the prompt and reads one line, without echo where it is hidden. Empty on Ctrl-D.
   *
   * @throws Interrupted on Ctrl-C
   */
  Optional<String> read(String prompt, boolean hidden);
}
