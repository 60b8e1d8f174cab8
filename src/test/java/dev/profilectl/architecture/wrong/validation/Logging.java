package dev.profilectl.architecture.wrong.validation;

import dev.profilectl.architecture.Breaks;
import java.util.logging.Logger;

/** Has a logger and is not the validator. */
@Breaks("LOGGING")
final class Logging {
  static final Logger LOGGER = Logger.getLogger("nobody");
}
