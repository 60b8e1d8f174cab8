package dev.profilectl.cli.doctor;

import dev.profilectl.cli.Workspace;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.StoreOutline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The record of runs on remote targets; silent where there were none. */
record RunsCheck(Workspace workspace) implements Check {
  private static final String CHECK = "runs";

  @Override
  public List<Finding> look() {
    try {
      Path file = workspace.places().journal();
      if (!Files.exists(file)) {
        return List.of();
      }
      StoreOutline outline = workspace.glance(file);
      return List.of(Finding.ok(CHECK, Message.of("doctor.runs", file, outline.bytes() / 1000)));
    } catch (Failure.Usage noHome) {
      // Told by the checks of the places.
      return List.of();
    } catch (Failure broken) {
      return List.of(Finding.problem(CHECK, broken, Message.of("doctor.runs-hint")));
    }
  }
}
