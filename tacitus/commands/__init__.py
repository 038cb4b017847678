"""What the commands do: one module for what belongs together; `tacitus.cli` lists them."""
