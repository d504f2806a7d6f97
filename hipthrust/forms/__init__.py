"""What people type, checked: one module for each noun."""
