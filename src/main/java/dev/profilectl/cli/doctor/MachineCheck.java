package dev.profilectl.cli.doctor;

import dev.profilectl.failure.Message;
import java.util.List;
import java.util.Map;

/** The Java that runs the program; one that is too old does not get this far. */
record MachineCheck(Map<String, String> machine) implements Check {
  @Override
  public List<Finding> look() {
    return List.of(
        Finding.ok(
            "java",
            Message.of(
                "doctor.java",
                machine.getOrDefault("java", "?"),
                machine.getOrDefault("vendor", "?"),
                machine.getOrDefault("os", "?"),
                machine.getOrDefault("memory", "?"))));
  }
}
