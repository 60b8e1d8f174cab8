package dev.profilectl.cli.doctor;

import java.util.List;

/** One thing to look at. */
interface Check {
  /** Looks, and changes nothing; none where there is nothing to look at. */
  List<Finding> look();
}
