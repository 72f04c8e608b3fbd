package dev.squaresync.fetcher.square;

import dev.squaresync.message.DataType;
import java.util.List;

/** Nobody here can read the data type. */
public final class UnknownDataType extends RuntimeException implements Problem {

    private static final long serialVersionUID = 1L;

    UnknownDataType(DataType dataType, List<DataType> known) {
        super("The fetcher cannot read '" + dataType + "'. It knows " + known + ".");
    }

    @Override
    public String code() {
        return "unknown-data-type";
    }

    @Override
    public boolean mayHeal() {
        return false;
    }
}
